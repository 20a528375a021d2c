/// What profiles have of their own, which no custom attribute can be called.
///
/// https://www.braze.com/docs/api/objects_filters/user_attributes_object
package enum ProfileFields {
  package static let all = Set(
    """
    alias_name braze_id country current_location date_of_first_session date_of_last_session dob email \
    email_subscribe email_open_tracking_disabled email_click_tracking_disabled external_id facebook \
    first_name gender home_city image_url language last_name marked_email_as_spam_at phone \
    push_subscribe push_tokens subscription_groups time_zone twitter user_alias
    """.split(separator: " ").map(String.init)
  )
}
