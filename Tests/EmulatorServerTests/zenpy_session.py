"""Does to a served emulator what a user of zenpy does to Zendesk.

zenpy (https://github.com/facetoe/zenpy) was written against the real Zendesk. It is led here by its own two variables,
ZENPY_FORCE_SCHEME and ZENPY_FORCE_NETLOC. Ends with status 0 and prints "done", or with a traceback.
"""

import os

from zenpy import Zenpy
from zenpy.lib.api_objects import (
    Automation,
    Brand,
    CustomFieldOption,
    Group,
    OrganizationField,
    TicketField,
    TicketForm,
    Trigger,
    UserField,
    Webhook,
)
from zenpy.lib.exception import APIException, RecordNotFoundException

# A webhook reaches nobody but the emulator itself.
OWN = "http://%s/api/v2/users/me" % os.environ["ZENPY_FORCE_NETLOC"]

client = Zenpy(subdomain="emulated", email="ops@acme.example", token="any", disable_cache=True)


def refused(error, call):
    """The refusal that `call` has to end with."""
    try:
        call()
    except error as refusal:
        return refusal
    raise AssertionError("not refused")


def titles(rules):
    return [rule.title for rule in rules]


def who_am_i():
    assert client.users.me().role == "admin"
    nobody = Zenpy(subdomain="emulated", anonymous=True)
    assert nobody.users.me().name == "Anonymous user"


def webhooks():
    created = client.webhooks.create(
        Webhook(
            name="Hook",
            endpoint="https://example.com/hook",
            http_method="POST",
            request_format="json",
            status="active",
            subscriptions=["conditional_ticket_events"],
            authentication={
                "type": "basic_auth",
                "data": {"username": "u", "password": "p"},
                "add_position": "header",
            },
        )
    )
    assert len(created.id) == 26
    assert client.webhooks(id=created.id).name == "Hook"
    created.name = "Renamed"
    client.webhooks.patch(created)
    shown = client.webhooks(id=created.id)
    assert shown.name == "Renamed" and shown.authentication["data"] == {"username": "u"}
    client.webhooks.update(
        created.id,
        Webhook(
            name="Replaced",
            endpoint=OWN,
            http_method="GET",
            request_format="json",
            status="active",
        ),
    )
    shown = client.webhooks(id=created.id)
    assert shown.endpoint == OWN
    assert getattr(shown, "authentication", None) is None
    clone = client.webhooks.clone(created)
    assert clone.name == "Replaced (copy)"
    secret = client.webhooks.show_secret(created)
    assert secret.algorithm == "SHA256"
    assert client.webhooks.reset_secret(created).secret != secret.secret
    tested = client.webhooks.test(created)
    assert tested.status_code == 200 and "Anonymous user" in tested.payload
    assert list(client.webhooks.invocations(created)) == []
    for number in range(4):
        client.webhooks.clone(clone if number % 2 else created)
    pages = client.webhooks.list(page_size=2)
    assert len({webhook.id for webhook in pages}) == 6
    assert all("copy" in hook.name for hook in client.webhooks.list(filter="copy"))
    client.webhooks.delete(clone)
    assert "WebhookNotFound" in str(refused(APIException, lambda: client.webhooks(id=clone.id)))
    return created


def triggers(webhook):
    created = [
        client.triggers.create(
            Trigger(
                title="Trigger %d" % number,
                actions=[
                    {"field": "notification_webhook", "value": [webhook.id, "{}"]},
                    {"field": "set_tags", "value": "Told"},
                ],
                conditions={"all": [{"field": "status", "operator": "changed", "value": ""}]},
            )
        )
        for number in range(7)
    ]
    assert created[0].actions[1]["value"] == "told"
    assert created[0].conditions.all[0]["value"] is None
    created[0].title = "Other"
    assert client.triggers.update(created[0]).title == "Other"
    assert client.triggers(id=created[0].id).title == "Other"
    assert titles(client.triggers(cursor_pagination=3))[4:6] == ["Other", "Trigger 1"]
    assert len(titles(client.triggers(cursor_pagination=2))) == 11
    assert len(titles(client.triggers(per_page=2))) == 11
    found = client.triggers._get(
        client.triggers._build_url(client.triggers.endpoint(query="trigger"))
        .replace("triggers.json", "triggers/search.json")
    )
    assert "Trigger 3" in titles(found)
    bad = Trigger(title="Bad", actions=[], conditions={"all": []})
    assert "RecordInvalid" in str(refused(APIException, lambda: client.triggers.create(bad)))
    client.triggers.delete(created[0])
    refused(RecordNotFoundException, lambda: client.triggers(id=created[0].id))


def automations():
    created = client.automations.create(
        Automation(
            title="Wake up",
            actions=[{"field": "status", "value": "open"}],
            all=[
                {"field": "status", "operator": "is", "value": "pending"},
                {"field": "PENDING", "operator": "greater_than", "value": "24"},
            ],
        )
    )
    assert created.position == 10002
    created.title = "Wake up again"
    assert client.automations.update(created).title == "Wake up again"
    assert "Wake up again" in titles(client.automations(cursor_pagination=1))
    endless = Automation(title="Endless", actions=[{"field": "status", "value": "open"}], all=[])
    refused(APIException, lambda: client.automations.create(endless))
    client.automations.delete(created)
    refused(RecordNotFoundException, lambda: client.automations(id=created.id))


def choices():
    return [{"name": "A", "value": "a"}, {"name": "B", "value": "b"}]


def fields():
    for api, new in [
        (client.user_fields, UserField),
        (client.organization_fields, OrganizationField),
    ]:
        created = api.create(
            new(key="plan", title="Plan", type="dropdown", custom_field_options=choices())
        )
        assert [option.value for option in created.custom_field_options] == ["a", "b"]
        created.title = "New plan"
        assert api.update(created).title == "New plan"
        assert [field.key for field in api()] == ["plan"]
        again = new(key="plan", title="Plan", type="text")
        assert "DuplicateValue" in str(refused(APIException, lambda: api.create(again)))
        api.delete(created)
        assert list(api()) == []
    field = client.ticket_fields.create(
        TicketField(title="Size", type="tagger", custom_field_options=choices())
    )
    option = CustomFieldOption(name="C", value="c")
    option = client.ticket_fields.options.create_or_update(field, option)
    assert option.position == 2
    client.ticket_fields.options.delete(field, option)
    assert len(client.ticket_fields(id=field.id).custom_field_options) == 2
    assert len(list(client.ticket_fields())) == 9
    client.ticket_fields.delete(field)
    system = next(iter(client.ticket_fields()))
    refused(APIException, lambda: client.ticket_fields.delete(system))


def groups_brands_and_forms():
    group = client.groups.create(Group(name="Tier 2"))
    assert group.is_public and group.description == ""
    group.description = "Second line"
    assert client.groups.update(group).description == "Second line"
    assert [one.name for one in client.groups(cursor_pagination=1)] == ["Support", "Tier 2"]
    assert "DuplicateValue" in str(
        refused(APIException, lambda: client.groups.create(Group(name="Tier 2")))
    )
    client.groups.delete(group)
    assert client.groups(id=group.id).deleted
    brand = client.brands.create(Brand(name="Acme", subdomain="acme"))
    brand.name = "Acme Ltd"
    assert client.brands.update(brand).name == "Acme Ltd"
    assert len(list(client.brands())) == 2
    client.brands.delete(brand)
    form = client.ticket_forms.create(TicketForm(name="Returns"))
    form.name = "Refunds"
    assert client.ticket_forms.update(form).name == "Refunds"
    assert len(list(client.ticket_forms())) == 2
    client.ticket_forms.delete(form)


who_am_i()
triggers(webhooks())
automations()
fields()
groups_brands_and_forms()
print("done")
