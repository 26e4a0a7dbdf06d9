from mentoring.models.agreement import LINE_LIMIT, PairAgreement, SignedAgreement
from mentoring.models.fitting import Fitting
from mentoring.models.mentor import Mentor
from mentoring.models.never import NeverTogether
from mentoring.models.pair import Pair
from mentoring.models.parting import Parting
from mentoring.models.request import Offer, Request
from mentoring.models.supervision import Supervision
from mentoring.models.training import Training
from mentoring.models.walk import MEETINGS, Meeting, PlannedMeeting, Pulse, SupervisionNote
from mentoring.models.wish import Wish

__all__ = [
    "LINE_LIMIT",
    "MEETINGS",
    "Fitting",
    "Meeting",
    "Mentor",
    "NeverTogether",
    "Offer",
    "Pair",
    "PairAgreement",
    "Parting",
    "PlannedMeeting",
    "Pulse",
    "Request",
    "SignedAgreement",
    "Supervision",
    "SupervisionNote",
    "Training",
    "Wish",
]
