# A template is rendered with data, as its platform would; what is wrong has a place.
-- reply.liquid --
{% assign lines = {{api_trigger_properties.${msg_body}}} | split: "
" %}{{content_blocks.${greeting}}} {{lines[0] | truncate: 12}}
-- end --
-- profile.json --
{
  "attributes": {"first_name": "Ada"},
  "api_trigger_properties": {"msg_body": "Your order is on its way\nJo"},
  "content_blocks": {"greeting": "Hello {{${first_name}}},"}
}
-- end --
$ lockstep render reply.liquid --dialect braze --data profile.json
Hello Ada, Your orde...
? 0
-- body.json --
{"id": {{ticket.id}}, "message": "{{ticket.latest_comment}}", "missing": "{{ticket.nothing}}"}
-- end --
-- ticket.json --
{"ticket": {"id": 7, "latest_comment": "He said \"no\""}}
-- end --
$ lockstep render body.json --dialect zendesk --data ticket.json
{"id": 7, "message": "He said "no"", "missing": ""}
? 0
$ lockstep render body.json --dialect zendesk --data ticket.json --json-escape
{"id": 7, "message": "He said \"no\"", "missing": ""}
? 0
-- loop.liquid --
{% for i in (1..3) %}{{ i | times: 1.5 }}{% unless forloop.last %}, {% endunless %}{% endfor %}
-- end --
$ lockstep render loop.liquid --dialect liquid
1.5, 3.0, 4.5
? 0
# Braze leaves a message unsent on purpose: that is no error.
-- abort.liquid --
Hello{% unless ${phone_number} %}{% abort_message('no phone number') %}{% endunless %}
-- end --
$ lockstep render abort.liquid --dialect braze --data profile.json
! Nothing is sent: no phone number
? 0
# An unknown filter passes its input on, unless that is to be an error.
-- filter.liquid --
{{ '7' | to_i }}
-- end --
$ lockstep render filter.liquid --dialect braze
! filter.liquid:1:10: warning: Unknown Liquid filter [liquid-unknown-filter]
!   1 | {{ '7' | to_i }}
!     |          ^^^^
!   Braze has no filter "to_i". To make a number of text, write "plus: 0".
! 
! 1 warning
7
? 0
$ lockstep render filter.liquid --dialect braze --strict
! filter.liquid:1:10: error: Unknown Liquid filter [liquid-unknown-filter]
!   1 | {{ '7' | to_i }}
!     |          ^^^^
!   Braze has no filter "to_i". To make a number of text, write "plus: 0".
! 
! 1 error
? 3
# Malformed templates, values that Liquid can do nothing with, and templates without end.
-- malformed.liquid --
Hello
{% if a %}{{ b
-- end --
$ lockstep render malformed.liquid --dialect liquid
! malformed.liquid:2:1: error: Tag without its end tag [liquid-unclosed-block]
!   2 | {% if a %}{{ b
!     | ^^^^^^^^^^
!   Nothing closes {% if %}: write {% endif %} behind its body.
! 
! malformed.liquid:2:11: error: Output is not closed [liquid-unclosed-output]
!   2 | {% if a %}{{ b
!     |           ^^
!   Nothing closes what {{ opens here: write }} behind it.
! 
! 2 errors
? 3
-- zero.liquid --
Half:
  {{ 10 | divided_by: n }}
-- end --
$ lockstep render zero.liquid --dialect liquid
! zero.liquid:2:11: error: Liquid cannot do that with this value [liquid-argument]
!   2 |   {{ 10 | divided_by: n }}
!     |           ^^^^^^^^^^
!   Nothing can be divided by 0: ask with {% if %} before.
! 
! 1 error
? 3
-- endless.liquid --
{% for i in (1..99999999) %}x{% endfor %}
-- end --
$ lockstep render endless.liquid --dialect zendesk
! endless.liquid:1:1: error: Template asks for too much [liquid-limit]
!   1 | {% for i in (1..99999999) %}x{% endfor %}
!     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   This takes more work than 33554432 units, about a byte each. Loop over less, or make less text.
! 
! 1 error
? 3
-- content.liquid --
{% connected_content https://api.example/price :save price %}{{price}}
-- end --
$ lockstep render content.liquid --dialect braze
! content.liquid:1:1: error: Not available offline [liquid-unsupported]
!   1 | {% connected_content https://api.example/price :save price %}{{price}}
!     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   connected_content asks a server while a message is sent, and nothing is sent from here. To try the rest, write {% assign price = … %} in its place.
! 
! 1 error
? 3
# What is wrong in a content block is shown there.
-- block.liquid --
{{content_blocks.${broken}}}
-- end --
-- blocks.json --
{"content_blocks": {"broken": "One\n{{ 1 | modulo: 0 }}"}}
-- end --
$ lockstep render block.liquid --dialect braze --data blocks.json
! content block broken:2:8: error: Liquid cannot do that with this value [liquid-argument]
!   2 | {{ 1 | modulo: 0 }}
!     |        ^^^^^^
!   Nothing can be divided by 0: ask with {% if %} before.
! 
! 1 error
? 3
-- unknown.json --
{"content_blocks": {"broken": "One\n{{ '7' | to_i }}"}}
-- end --
$ lockstep render block.liquid --dialect braze --data unknown.json
! content block broken:2:10: warning: Unknown Liquid filter [liquid-unknown-filter]
!   2 | {{ '7' | to_i }}
!     |          ^^^^
!   Braze has no filter "to_i". To make a number of text, write "plus: 0".
! 
! 1 warning
One
7
? 0
# Data that is none.
-- list.json --
[1]
-- end --
$ lockstep render zero.liquid --dialect liquid --data list.json
! list.json:1:1: error: The data is not what a template can be rendered with [template-data]
!   1 | [1]
!     | ^
!   The data must be an object, whose members are the names that a template knows.
! 
! 1 error
? 3
-- broken.json --
{"n": 2,
 "m": }
-- end --
$ lockstep render zero.liquid --dialect liquid --data broken.json
! broken.json:2:7: error: The data is not what a template can be rendered with [template-data]
!   2 |  "m": }
!     |       ^
!   This is not JSON: no JSON value starts here.
! 
! 1 error
? 3
$ lockstep render zero.liquid --dialect liquid --data absent.json
! error: A file cannot be read [template-unreadable]
!   absent.json cannot be read: There is no such file.
! 
! 1 error
? 3
$ lockstep render absent.liquid --dialect liquid
! error: A file cannot be read [template-unreadable]
!   absent.liquid cannot be read: There is no such file.
! 
! 1 error
? 3
$ lockstep render zero.liquid
! Error: Missing expected argument '--dialect <DIALECT>'
! Help:  --dialect <DIALECT>  Whose Liquid it is.
! Usage: lockstep render <TEMPLATE> --dialect <DIALECT> [<options>]
!   See 'lockstep render --help' for more information.
? 3
$ lockstep render --help
OVERVIEW: Renders a Liquid template with data, as Braze or Zendesk would;
offline.

The data is an object of JSON, which is looked up by these paths:
  {{ticket.id}}                   ticket.id, as in {"ticket": {"id": 7}}
  {{${first_name}}}               attributes.first_name
  {{sms.${body}}}                 sms.body, and so for every namespace
  {{content_blocks.${greeting}}}  content_blocks.greeting, a text of Liquid

EXAMPLES
  lockstep render reply.liquid --dialect braze --data profile.json
  lockstep render body.json --dialect zendesk --data ticket.json --json-escape

USAGE: lockstep render <TEMPLATE> --dialect <DIALECT> [<options>]

ARGUMENTS:
  <TEMPLATE>              The template: a text file.

OPTIONS:
  --dialect <DIALECT>     Whose Liquid it is. (values: liquid, zendesk, braze)
  --data <FILE>           What the template knows; nothing if left out.
  --strict                Take an unknown filter for an error; else it passes
                          its input on.
  --json-escape           Escape outputs for a string of JSON, as Zendesk's
                          webhooks are said to.
  --version               Show the version.
  -h, --help              Show help information.

? 0
