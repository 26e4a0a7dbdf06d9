"""What a screen without a socket reads: the same read, the same encoder."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import View

from community.accounts.models import Block, Person
from community.accounts.rules import may_enter_rooms
from community.refusal import Refusal
from groups.models import Room, Seat
from groups.queries.together import is_shut_to
from realtime import access, presence, protocol, reads

PAGE = 200


@method_decorator([login_required, require_safe, never_cache], name="dispatch")
class Since(View):
    """`GET /rooms/<id>/since/<s>`: {head, ev, more}, and `reset` where the screen starts over.

    404 for whoever does not sit there, exactly as for a room that never was. 403 {why} for a member
    of whom something is asked first, or whose place is on hold.
    """

    def get(self, request: HttpRequest, room: str, seq: int) -> HttpResponse:
        person = request.user
        assert isinstance(person, Person)
        if (refusal := may_enter_rooms(person)) is not None:
            return self._shut(person, room, refusal)
        found = Room.objects.filter(pk=room).values_list("first_seq", "last_seq").first()
        if found is None:
            raise Http404
        first, head = found
        why = reads.why_reset(seq, first=first, head=head)
        after = reads.start_over(first=first, head=head) if why else seq
        page, anew, sits = reads.page_for(person.pk, room, after, PAGE)
        if not sits:
            raise Http404
        wire_id = Seat.objects.filter(room=room, person=person).values_list("wire_id", flat=True)
        presence.arrive((room, one) for one in wire_id)  # nobody reads along uncounted
        blocked = frozenset(Block.objects.filter(by=person).values_list("of_id", flat=True))
        page = reads.for_reader(page, blocked, shut=is_shut_to(person, room))
        head = max([head, *(e.seq for e in page)])
        return _json(protocol.since(head, page, why=why or anew))

    def _shut(self, person: Person, room: str, refusal: Refusal) -> HttpResponse:
        if refusal.hides or not access.is_seated(person.pk, room):
            raise Http404
        return _json(protocol.shut(refusal.code), status=403)


def _json(text: str, *, status: int = 200) -> HttpResponse:
    answer = HttpResponse(text, content_type="application/json; charset=utf-8", status=status)
    answer["Cache-Control"] = "no-store, private"
    return answer
