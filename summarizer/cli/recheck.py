"""`summarizer recheck`: today's checks over stored drafts."""

from __future__ import annotations

from summarizer.cli.failing import reporting, say
from summarizer.cli.options import Debug, Places, Quiet, TheLedger


def recheck(
    ledger: TheLedger,
    places: Places = True,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make all reports of a ledger anew from its drafts.

    For a new version of the checks or of the gazetteer: no model is called and nothing is paid.
    """
    with reporting(debug=debug):
        from summarizer.archive.ledger import Ledger

        with Ledger(ledger, create=False) as book:
            changed = book.recheck(places=places)
        if not quiet:
            say(f"{changed:,} reports changed.")
