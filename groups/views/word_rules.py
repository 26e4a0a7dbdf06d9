"""Rules about words: those that stand, how often they asked, and the form for one more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.refusal import insist
from groups import rules
from groups.actions import word_rules as acts
from groups.forms_words import WordRuleForm
from groups.queries.word_rules import word_rules
from groups.views.asking import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest) -> HttpResponse:
    """For coordinators."""
    person = person_of(request)
    insist(rules.may_run_groups(person))
    form = WordRuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.make_word_rule(by=person, **form.cleaned_data)
        messages.success(request, _("Whoever writes one of these words is asked first now."))
        return redirect("groups:word-rules")
    status = 422 if form.is_bound and form.errors else 200
    shown = {"form": form, "rules": word_rules()}
    return render(request, "groups/running_words.html", shown, status=status)


@require_POST
def end(request: HttpRequest, rule: int) -> HttpResponse:
    """Nobody is asked any more."""
    acts.end_word_rule(rule=rule, by=person_of(request))
    messages.success(request, _("Nobody is asked about these words any more."))
    return redirect("groups:word-rules")
