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
$ lockstep test --only remembers --format json
$ lockstep test --scenarios scenarios --format junit
$ lockstep test --scenarios scenarios/missing.scenario.yaml --format json
# A refused request fails its step.
-- refused/a.scenario.yaml --
scenario: A request that is refused
steps:
  - request: {to: zendesk, method: GET, path: /api/v2/triggers/1.json}
-- end --
$ lockstep test --scenarios refused
# There is no CI that is green on nothing.
$ lockstep test --only nothing
$ lockstep test --scenarios elsewhere
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
-- wrong/b.scenario.yaml --
scenario: [
-- end --
$ lockstep test --scenarios wrong/b.scenario.yaml --format json
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
