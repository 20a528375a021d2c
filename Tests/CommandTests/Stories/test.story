# Scenarios play a conversation through the spec; what a webhook campaign sends is told of, and so is what went otherwise.
-- integration.yaml --
version: 1
environments:
  local: {emulator: .lockstep/local}
  production: {zendesk: {subdomain: acme, auth: {access_token: !env ZENDESK_TOKEN}}, braze: {endpoint: "https://rest.iad-01.braze.com", api_key: !env BRAZE_KEY}}
zendesk:
  groups:
    support: {name: Support desk, external: true}
braze:
  subscription_groups:
    support_sms: {id: 00000000-0000-4000-8000-000000000001, name: Support}
  custom_attributes:
    vip: {data_type: boolean}
-- end --
-- vip.scenario.yaml --
scenario: A profile remembers
people:
  ann:
    profile:
      external_id: ann-1
      phone: "+15550100"
      subscriptions: {support_sms: subscribed}
      custom_attributes: {vip: false}
steps:
  - wait: 1 hour
    expect:
      - profile: {user: ann, attributes: {vip: false, phone: "+15550100"}}
      - subscription: {user: ann, group: support_sms, state: subscribed}
    nothing_else: true
  - attributes: {user: ann, set: {vip: true}}
    expect:
      - profile: {user: ann, attributes: {vip: true}}
-- end --
$ lockstep test
pass  A profile remembers  (vip.scenario.yaml, 2 runs)

Played in every reading:
  braze-tracking: at-once, later (1 scenario)

1 scenario: 1 passed, 0 failed. 2 runs.
? 0
-- scenarios/missing.scenario.yaml --
scenario: Nobody answers
about: Nothing in the spec sends an SMS.
assume: {zendesk-json-escaping: escaped}
people:
  ann: {profile: {external_id: ann-1, phone: "+15550100", subscriptions: {support_sms: unsubscribed}}}
steps:
  - wait: 2 days
    about: The customer waits.
    expect:
      - sms: {to: ann, contains: Hello}
      - profile: {user: ann, attributes: {phone: "+15550199"}}
      - subscription: {user: ann, group: support_sms, state: unsubscribed}
-- end --
$ lockstep test
pass  A profile remembers  (vip.scenario.yaml, 2 runs)
FAIL  Nobody answers  (scenarios/missing.scenario.yaml, 1 run)
      assumes zendesk-json-escaping: escaped. Zendesk escapes what placeholders insert into the body of a JSON webhook.

  step 1: wait 2 days  scenarios/missing.scenario.yaml:7:5
    The customer waits.
    not met: sms to ann  scenarios/missing.scenario.yaml:10:9
      no SMS was sent that is not accounted for
    not met: profile of ann  scenarios/missing.scenario.yaml:11:9
      phone
        expected  "+15550199"
        actual    "+15550100"
    met: subscription of ann to support_sms

Assumed, since no document says so:
  zendesk-json-escaping: escaped. Zendesk escapes what placeholders insert into the body of a JSON webhook. (1 scenario)
Played in every reading:
  braze-tracking: at-once, later (1 scenario)

2 scenarios: 1 passed, 1 failed. 3 runs.
? 1
$ lockstep test --only remembers --format json
{
  "format_version": 1,
  "environment": "local",
  "summary": {
    "scenarios": 1,
    "passed": 1,
    "failed": 0,
    "runs": 2
  },
  "scenarios": [
    {
      "title": "A profile remembers",
      "about": null,
      "source": {
        "file": "vip.scenario.yaml",
        "line": 1,
        "column": 11
      },
      "passed": true,
      "assumptions": [],
      "played": [
        {
          "fact": "braze-tracking",
          "readings": [
            "at-once",
            "later"
          ]
        }
      ],
      "runs": [
        {
          "readings": [],
          "passed": true,
          "failure": null
        },
        {
          "readings": [
            {
              "fact": "braze-tracking",
              "reading": "later",
              "meaning": "/users/track takes effect two seconds after its answer."
            }
          ],
          "passed": true,
          "failure": null
        }
      ]
    }
  ],
  "diagnostics": []
}
? 0
$ lockstep test --scenarios scenarios --format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lockstep test" tests="1" failures="1">
  <testsuite name="Nobody answers" tests="1" failures="1" file="scenarios/missing.scenario.yaml">
    <properties>
      <property name="assumes zendesk-json-escaping" value="escaped: Zendesk escapes what placeholders insert into the body of a JSON webhook."/>
    </properties>
    <testcase name="as usual" classname="Nobody answers" file="scenarios/missing.scenario.yaml" line="7">
      <failure message="step 1: wait 2 days" type="scenario">step 1: wait 2 days  scenarios/missing.scenario.yaml:7:5
  The customer waits.
  not met: sms to ann  scenarios/missing.scenario.yaml:10:9
    no SMS was sent that is not accounted for
  not met: profile of ann  scenarios/missing.scenario.yaml:11:9
    phone
      expected  &quot;+15550199&quot;
      actual    &quot;+15550100&quot;
  met: subscription of ann to support_sms</failure>
    </testcase>
  </testsuite>
</testsuites>
? 1
$ lockstep test --scenarios scenarios/missing.scenario.yaml --format json
{
  "format_version": 1,
  "environment": "local",
  "summary": {
    "scenarios": 1,
    "passed": 0,
    "failed": 1,
    "runs": 1
  },
  "scenarios": [
    {
      "title": "Nobody answers",
      "about": "Nothing in the spec sends an SMS.",
      "source": {
        "file": "scenarios/missing.scenario.yaml",
        "line": 1,
        "column": 11
      },
      "passed": false,
      "assumptions": [
        {
          "fact": "zendesk-json-escaping",
          "reading": "escaped",
          "meaning": "Zendesk escapes what placeholders insert into the body of a JSON webhook."
        }
      ],
      "played": [],
      "runs": [
        {
          "readings": [],
          "passed": false,
          "failure": {
            "step": 1,
            "label": "wait 2 days",
            "about": "The customer waits.",
            "source": {
              "file": "scenarios/missing.scenario.yaml",
              "line": 7,
              "column": 5
            },
            "problem": null,
            "expectations": [
              {
                "label": "sms to ann",
                "source": {
                  "file": "scenarios/missing.scenario.yaml",
                  "line": 10,
                  "column": 9
                },
                "met": false,
                "absence": "no SMS was sent that is not accounted for",
                "comparisons": [],
                "entry": null
              },
              {
                "label": "profile of ann",
                "source": {
                  "file": "scenarios/missing.scenario.yaml",
                  "line": 11,
                  "column": 9
                },
                "met": false,
                "absence": null,
                "comparisons": [
                  {
                    "name": "phone",
                    "relation": "equal",
                    "expected": "+15550199",
                    "actual": "+15550100",
                    "holds": false
                  }
                ],
                "entry": null
              },
              {
                "label": "subscription of ann to support_sms",
                "source": {
                  "file": "scenarios/missing.scenario.yaml",
                  "line": 12,
                  "column": 9
                },
                "met": true,
                "absence": null,
                "comparisons": [
                  {
                    "name": "state",
                    "relation": "equal",
                    "expected": "unsubscribed",
                    "actual": "unsubscribed",
                    "holds": true
                  }
                ],
                "entry": null
              }
            ],
            "unexpected": [],
            "trail_since_step": 1,
            "trail": []
          }
        }
      ]
    }
  ],
  "diagnostics": []
}
? 1
# A refused request fails its step.
-- refused/a.scenario.yaml --
scenario: A request that is refused
steps:
  - request: {to: zendesk, method: GET, path: /api/v2/triggers/1.json}
-- end --
$ lockstep test --scenarios refused
FAIL  A request that is refused  (refused/a.scenario.yaml, 1 run)

  step 1: request GET /api/v2/triggers/1.json to zendesk  refused/a.scenario.yaml:3:5
    GET /api/v2/triggers/1.json was answered 404: {"error":"RecordNotFound","description":"Not found"}

1 scenario: 0 passed, 1 failed. 1 run.
? 1
# There is no CI that is green on nothing.
$ lockstep test --only nothing
! error: There is no scenario [no-scenarios]
!   --only nothing leaves none of 2: "A profile remembers", "Nobody answers".
! 
! 1 error
? 3
$ lockstep test --scenarios elsewhere
! error: There is no scenario [no-scenarios]
!   There is no file or folder elsewhere.
! 
! 1 error
? 3
# What is wrong with a scenario has a place, and nothing is played.
-- wrong/a.scenario.yaml --
scenario: With mistakes
assume: {braze-tracking: late}
people:
  ann: {profile: {external_id: ann-1, phone: "+15550100"}}
steps:
  - sms: {from: anna, to: suport_sms, text: SUPPORT}
    expect:
      - sms: {to: ann, txt: Hello}
  - wait: a while
-- end --
$ lockstep test --scenarios wrong
! wrong/a.scenario.yaml:2:26: error: Unknown reading of an open fact [unknown-reading]
!   2 | assume: {braze-tracking: late}
!     |                          ^^^^
!   braze-tracking cannot be read as "late". Did you mean "later"? Readings: at-once, later.
! 
! wrong/a.scenario.yaml:6:17: error: Unknown person [unknown-person]
!   6 |   - sms: {from: anna, to: suport_sms, text: SUPPORT}
!     |                 ^^^^
!   "people" declares nobody called "anna". Did you mean "ann"? There are ann.
! 
! wrong/a.scenario.yaml:6:27: error: Unknown resource [unknown-resource]
!   6 |   - sms: {from: anna, to: suport_sms, text: SUPPORT}
!     |                           ^^^^^^^^^^
!   The spec declares nothing called "suport_sms" under braze.subscription_groups. Did you mean "support_sms"? Declared: support_sms.
! 
! wrong/a.scenario.yaml:8:24: error: Unknown key [unknown-key]
!   8 |       - sms: {to: ann, txt: Hello}
!     |                        ^^^
!   "sms" has no key "txt". Did you mean "text"? Valid keys: to, text, contains, segments.
! 
! wrong/a.scenario.yaml:9:11: error: Invalid span of time [invalid-duration]
!   9 |   - wait: a while
!     |           ^^^^^^^
!   "a while" is no span of time up to a year. Write a whole number and seconds, minutes, hours or days, such as 4 days.
! 
! 5 errors
? 3
-- wrong/b.scenario.yaml --
scenario: [
-- end --
$ lockstep test --scenarios wrong/b.scenario.yaml --format json
! wrong/b.scenario.yaml:2:1: error: The file is not valid YAML [yaml-syntax]
!   2 | 
!     | ^
!   A value should be here. Write one, or put a text that begins so in quotes.
! 
! 1 error
{
  "format_version": 1,
  "diagnostics": [
    {
      "severity": "error",
      "code": "yaml-syntax",
      "summary": "The file is not valid YAML",
      "detail": "A value should be here. Write one, or put a text that begins so in quotes.",
      "file": "wrong/b.scenario.yaml",
      "line": 2,
      "column": 1
    }
  ]
}
? 3
# What somebody else keeps has to be described well enough to be made.
-- external/integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  brands:
    acme: {name: Acme Outlet, external: true}
-- end --
-- external/a.scenario.yaml --
scenario: Nothing
steps: [{wait: 1 day}]
-- end --
$ lockstep test external
! external/integration.yaml:5:5: error: The spec cannot be applied to an empty emulator [not-deployable]
!   5 |     acme: {name: Acme Outlet, external: true}
!     |     ^^^^
!   zendesk.brands.acme is external, and every scenario begins with an account that has nothing but what the spec says. So that it can be made there, write subdomain as well.
! 
! 1 error
? 3
