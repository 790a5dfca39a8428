"""Nobody killed or wounded: where "no casualties" is said of an operation as a whole."""

from __future__ import annotations

import re

from summarizer.schema.report import ReportedCasualty
from summarizer.schema.vocabulary import Outcome, VictimStatus
from summarizer.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_ANYBODY = frozenset(
    fold(
        "no any none nobody anybody anyone one the of or and human casualty casualties loss losses "
        "life lives people person persons victim victims death deaths dead injury injuries injured wounded "
        "reported sin ningún ninguna nadie ni bajas víctima víctimas persona personas muertos heridos "
        "aucun aucune pas de personne personnes perte pertes victime victimes mort morts blessé blessés "
        "никто нет без жертв потерь пострадавших погибших раненых люди людей "
        "ніхто немає жертв втрат постраждалих загиблих поранених "
        "لا لم أي أحد دون إصابات خسائر ضحايا بشرية قتلى جرحى"
    ).split()
)
"""Words for victims that leave nobody out; "civilian" or "coalition" beside them means some only."""

_OF_A_SIDE = frozenset(
    fold(
        "suffer suffers suffered suffering sustain sustained incurred among amongst ranks side "
        "sufrió sufrieron sufrir filas entre subi subir rangs parmi côté "
        "понесли понесла рядах среди стороны зазнали зазнала лавах серед صفوف بين"
    ).split()
)
"""Words of a sentence that tell whose casualties are meant: "the army suffered no casualties"."""


def is_stated_zero(casualty: ReportedCasualty) -> bool:
    """Return whether a count says that nobody was killed or wounded: "no casualties"."""
    return casualty.outcome == Outcome.KILLED_OR_WOUNDED and casualty.quantity.maximum == 0


def is_of_everybody(casualty: ReportedCasualty) -> bool:
    """Return whether a count is of no side and no kind of people, as "no civilian casualties" is."""
    return (
        casualty.victim_actor is None
        and casualty.victim_status in (VictimStatus.UNKNOWN, VictimStatus.MIXED)
        and _ANYBODY.issuperset(_WORD.findall(fold(casualty.victims)))
        and all(_OF_A_SIDE.isdisjoint(_WORD.findall(fold(proof.quote))) for proof in casualty.evidence)
    )
