/// The actions of rules.
enum ActionTable {
  private static let users = ["current_user", "requester_id", "assignee_id"]
  private static let message = ["recipient", "subject", "body"]

  static let actions: [String: ActionForm] = [
    "status": .choice(["open", "pending", "hold", "solved", "closed"]),
    "custom_status_id": .id([], mayBeEmpty: false),
    "priority": .choice(["low", "normal", "high", "urgent"]),
    "type": .choice(["question", "incident", "problem", "task"]),
    "brand_id": .id([], mayBeEmpty: false),
    "ticket_form_id": .id(["default_ticket_form"], mayBeEmpty: false),
    "group_id": .id(["current_groups"], mayBeEmpty: true),
    "assignee_id": .id(["current_user", "requester_id"], mayBeEmpty: true),
    "follower": .id(users, mayBeEmpty: false),
    "cc": .id(users, mayBeEmpty: false),
    "set_tags": .text,
    "current_tags": .text,
    "remove_tags": .text,
    "set_schedule": .id([], mayBeEmpty: false),
    "locale_id": .id([], mayBeEmpty: false),
    "share_ticket": .id([], mayBeEmpty: false),
    "satisfaction_score": .choice(["offered"]),
    "notification_user": .parts(message, recipients: users + ["requester_and_ccs", "all_agents"]),
    "notification_group": .parts(message, recipients: ["group_id"]),
    "notification_target": .parts(["target", "body"], recipients: []),
    "notification_sms_user": .parts(["recipient", "sender", "body"], recipients: users),
    "notification_sms_group": .parts(["recipient", "sender", "body"], recipients: ["group_id"]),
    "notification_webhook": .webhook,
    "notification_zis": .list,
    "notification_messaging_csat": .list,
    "side_conversation_ticket": .list,
    "side_conversation_slack": .list,
    "add_skills": .any,
    "set_skills": .any,
    "remove_skills": .any,
    "reply_public": .any,
    "reply_internal": .any,
    "tweet_requester": .any,
    "deflection": .any,
  ]
}
