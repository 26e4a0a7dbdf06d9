"""The doors: coming in, coming back, what one agreed to, what one is called."""

from django.urls import path

from community.accounts.views import (
    come_in,
    consent,
    emails,
    joining,
    pages,
    profile,
    recovery,
    tags,
)

app_name = "accounts"
urlpatterns = [
    path("come-in/", come_in.come_in, name="come_in"),
    path("name/", come_in.name, name="name"),
    path("waiting/", pages.waiting, name="waiting"),
    path("house-rules/", pages.house_rules, name="house_rules"),
    path("consent/", consent.consent, name="consent"),
    path("consent/take-back/", consent.withdraw, name="withdraw"),
    path("code/", recovery.code, name="code"),
    path("code/save/", recovery.save, name="save_code"),
    path("recover/", recovery.recover, name="recover"),
    path("email/", emails.email, name="email"),
    path("email/remove/", emails.remove, name="remove_email"),
    path("email/again/", emails.send_again, name="send_again"),
    path("invite/", joining.invite, name="invite"),
    path("invite/<number:invitation>/end/", joining.end_invitation, name="end_invitation"),
    path("admissions/", joining.admissions, name="admissions"),
    path("admissions/<number:person>/admit/", joining.admit, name="admit"),
    path("admissions/<number:person>/decline/", joining.decline, name="decline"),
    path("profile/", profile.profile, name="profile"),
    path("profile/name/", profile.change_name, name="change_name"),
    path("not-now/<slug:offer>/", profile.not_now, name="not_now"),
    path("profile/tags/", tags.tags, name="tags"),
    path("profile/tags/<slug:topic>/away/", tags.take_away, name="tag_away"),
    path("profile/place/", profile.place, name="place"),
    path("blocked/", profile.blocked, name="blocked"),
    path("blocked/<number:person>/unblock/", profile.unblock, name="unblock"),
    # The library has pages of its own for these; there is only one of each here.
    path("signup/", pages.to_come_in),
    path("password/set/", pages.to_password_change),
    path("inactive/", pages.to_log_in),
    path("confirm-email/", pages.to_email),
]
