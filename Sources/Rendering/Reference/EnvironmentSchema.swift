internal import Values

/// Environments and variables as JSON Schema.
enum EnvironmentSchema {
  static let environments: Value = [
    "description": "What the spec is applied to: named pairs of instances.",
    "type": "object",
    "minProperties": 1,
    "propertyNames": ["pattern": "^[a-z0-9_-]+$"],
    "additionalProperties": ["$ref": "#/definitions/environment"],
  ]

  static let variables: Value = [
    "description": "Values by name, used with !var NAME; an environment's own win.",
    "type": ["object", "null"],
    "propertyNames": ["pattern": "^[A-Za-z0-9_-]+$"],
  ]

  static let definitions: Members = [
    "variable": [
      "type": "string",
      "pattern": "^[A-Za-z0-9_-]+$",
      // What YAML 1.1 would read as a boolean is a slip and no name.
      "not": ["enum": ["yes", "no", "on", "off", "Yes", "No", "On", "Off", "true", "false"]],
    ],
    "processVariable": ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"],
    "environment": environment,
    "zendeskInstance": zendesk,
    "brazeInstance": braze,
  ]

  private static let environment: Value = [
    "type": "object",
    "properties": [
      "emulator": [
        "description": "The folder in which the embedded emulator keeps its objects.",
        "type": ["string", "number", "boolean"],
      ],
      "zendesk": ["$ref": "#/definitions/zendeskInstance"],
      "braze": ["$ref": "#/definitions/brazeInstance"],
      "protected": [
        "description": "true: apply asks for the environment's name, or takes --confirm NAME.",
        "type": "boolean",
      ],
      "variables": variables,
    ],
    "additionalProperties": false,
    "if": ["required": ["emulator"]],
    "then": ["properties": ["zendesk": false, "braze": false]],
    "else": ["anyOf": [["required": ["zendesk"]], ["required": ["braze"]]]],
  ]

  private static let zendesk: Value = [
    "description": "A Zendesk account and who signs in to it.",
    "type": "object",
    "properties": [
      "subdomain": [
        "description": "The part of the account's address before .zendesk.com.",
        "type": ["string", "integer"],
        "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
      ],
      "url": [
        "description": "An origin that speaks the API, in place of a subdomain.",
        "type": "string",
        "pattern": .string(origin),
      ],
      "auth": auth,
    ],
    "additionalProperties": false,
    "required": ["auth"],
    "oneOf": [["required": ["subdomain"]], ["required": ["url"]]],
  ]

  private static let braze: Value = [
    "description": "A Braze instance and the deployer's key to it.",
    "type": "object",
    "properties": [
      "endpoint": [
        "description": "The REST endpoint, such as https://rest.iad-01.braze.com.",
        "type": "string",
        "pattern": .string(origin),
      ],
      "api_key": secret("The deployer's key."),
    ],
    "additionalProperties": false,
    "required": ["endpoint", "api_key"],
  ]

  private static let auth: Value = [
    "description": "An OAuth client, an OAuth access token, or an API token.",
    "type": "object",
    "properties": [
      "client_id": [
        "description": "The OAuth client's id: !env NAME, or in clear text.",
        "type": ["string", "number", "boolean"],
      ],
      "client_secret": secret("The OAuth client's secret."),
      "access_token": secret("An OAuth access token."),
      "email": [
        "description": "Whose API token it is.", "type": ["string", "number", "boolean"],
      ],
      "api_token": secret("An API token; Zendesk ends these on 2027-04-30."),
    ],
    "additionalProperties": false,
    "oneOf": [
      way(["client_id", "client_secret"]), way(["access_token"]), way(["email", "api_token"]),
    ],
  ]

  /// Scheme, host and perhaps a port, and no slash at the end.
  private static let origin = "^https?://[^/?#@]+$"

  private static func secret(_ meaning: String) -> Value {
    [
      "description": .string("\(meaning) Write !env NAME."),
      "allOf": [["$ref": "#/definitions/processVariable"]],
    ]
  }

  /// All of `keys`, and no other.
  private static func way(_ keys: [String]) -> Value {
    let names = Value.list(keys.map(Value.string))
    return ["required": names, "propertyNames": ["enum": names]]
  }
}
