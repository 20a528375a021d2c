# Every command explains itself; what is mistyped ends with 3 and never deploys.
$ lockstep --version
lockstep 0.1.0
? 0
$ lockstep
OVERVIEW: Keeps Zendesk, Braze and the glue between them in step with one YAML
file.

EXAMPLES
  lockstep validate              everything that can be known offline
  lockstep plan                  what would change
  lockstep apply                 show the plan, ask, do it
  lockstep drift                 what somebody changed by hand
  lockstep runbook               what only a person can do, step by step
  lockstep attest ADDRESS        record that such a step is done
  lockstep test                  play conversations through the spec
  lockstep plan --environment production --detailed-exitcode
  lockstep apply --environment production --yes --confirm production

EXIT STATUS
  0  done                        5  network, or the server failed
  1  failed, or declined         6  consent is missing
  2  changes, or drift           7  the saved plan is stale
  3  wrong spec or command line  8  partly applied
  4  no access                   9  cannot decide safely

USAGE: lockstep <subcommand>

OPTIONS:
  --version               Show the version.
  -h, --help              Show help information.

SUBCOMMANDS:
  validate                Everything that can be known offline, all problems at
                          once; needs no secret.
  show                    The spec as resolved for an environment, secrets
                          masked; needs no secret.
  plan                    What would change, and why.
  apply                   Shows the plan, asks, and makes it so.
  drift                   What somebody changed since the last apply; exits
                          with 2 if anything.
  runbook                 The steps that only a person can do, with every value
                          to be copied.
  attest                  Records that what no API reads is as the spec says.
  test                    Plays scenarios through the spec, on an emulator in
                          memory; offline.
  emulator                Serves the emulated Zendesk and Braze on a loopback
                          port.
  render                  Renders a Liquid template with data, as Braze or
                          Zendesk would; offline.
  schema                  Prints the spec's language as JSON Schema, for
                          editors.
  completions             Prints the script that lets a shell complete
                          commands, environments and addresses.

  See 'lockstep help <subcommand>' for detailed help.
? 0
$ lockstep validate --help
OVERVIEW: Everything that can be known offline, all problems at once; needs no
secret.

EXAMPLES
  lockstep validate
  lockstep validate deploy/ --format json

USAGE: lockstep validate [<options>] [<PATH>]

ARGUMENTS:
  <PATH>                  The spec: a YAML file, or a folder of them. (default:
                          integration.yaml)

OPTIONS:
  --var <NAME=VALUE>      A variable's value, before all others.
  --format <FORMAT>       text, or json for programs. (values: text, json;
                          default: text)
  --color <WHEN>          auto colours a terminal where NO_COLOR is not set.
                          (values: auto, always, never; default: auto)
  --version               Show the version.
  -h, --help              Show help information.

? 0
$ lockstep apply --yess
! Error: Unknown option '--yess'. Did you mean '--yes'?
! Usage: lockstep apply [<options>] [<PATH>]
!   See 'lockstep apply --help' for more information.
? 3
$ lockstep drift --format xml
! Error: The value 'xml' is invalid for '--format <FORMAT>'. Please provide one of 'text' and 'json'.
! Help:  --format <FORMAT>  text, or json for programs.
! Usage: lockstep drift [<options>] [<PATH>]
!   See 'lockstep drift --help' for more information.
? 3
$ lockstep emulator --port 99999
! Error: --port takes a number from 0 to 65535.
! Usage: lockstep emulator [<options>] [<PATH>]
!   See 'lockstep emulator --help' for more information.
? 3
$ lockstep emulator --require-auth
! error: An environment variable is not set [environment-variable-not-set]
!   --require-auth takes the credential from LOCKSTEP_EMULATOR_AUTH, which is not set.
! 
! 1 error
? 3
$ lockstep runbook --help
OVERVIEW: The steps that only a person can do, with every value to be copied.

A checklist in order of dependency, fit for a pull request or a ticket. A
secret is told by the name of its variable, never by its value.

--perform does a person's part on an emulator, embedded or served at a
loopback address, and is refused elsewhere. It attests nothing.

EXAMPLES
  lockstep runbook --environment production > runbook.md
  lockstep runbook --format text
  lockstep runbook --perform --environment local

USAGE: lockstep runbook [<options>] [<PATH>]

ARGUMENTS:
  <PATH>                  The spec: a YAML file, or a folder of them. (default:
                          integration.yaml)

OPTIONS:
  -e, --environment <NAME>
                          The environment; else $LOCKSTEP_ENVIRONMENT, else the
                          only one the spec declares.
  --var <NAME=VALUE>      A variable's value, before all others.
  --format <FORMAT>       markdown, text, or json for programs. (values:
                          markdown, text, json; default: markdown)
  --color <WHEN>          auto colours a terminal where NO_COLOR is not set.
                          (values: auto, always, never; default: auto)
  --perform               Do these steps on an emulator.
  --version               Show the version.
  -h, --help              Show help information.

? 0
$ lockstep attest --help
OVERVIEW: Records that what no API reads is as the spec says.

The lock remembers exactly what was confirmed, for this environment alone: a
later change of the spec opens it again. What an API reads is compared first,
and must be right.

--list and --revoke send no request. Whether an object was made anew since, and
needs another look, plan tells.

EXAMPLES
  lockstep attest braze.campaigns.open_ticket --by Ada --note seen
  lockstep attest 'braze.keyword_categories.*' --environment production
  lockstep attest --list
  lockstep attest --revoke braze.campaigns.open_ticket

USAGE: lockstep attest [<options>] <ADDRESS> ...
       lockstep attest --list [<options>]
       lockstep attest --revoke [<options>] <ADDRESS> ...

ARGUMENTS:
  <ADDRESS>               An address, or a pattern such as 'braze.campaigns.*'.

OPTIONS:
  --spec <PATH>           The spec: a YAML file, or a folder of them. (default:
                          integration.yaml)
  -e, --environment <NAME>
                          The environment; else $LOCKSTEP_ENVIRONMENT, else the
                          only one the spec declares.
  --var <NAME=VALUE>      A variable's value, before all others.
  --format <FORMAT>       text, or json for programs. (values: text, json;
                          default: text)
  --color <WHEN>          auto colours a terminal where NO_COLOR is not set.
                          (values: auto, always, never; default: auto)
  --by <NAME>             Who says so; kept in the lock.
  --note <TEXT>           What was seen, or where; kept in the lock.
  --list                  What is attested, by whom and when, and what is open.
  --revoke                Take attestations back.
  --version               Show the version.
  -h, --help              Show help information.

? 0
