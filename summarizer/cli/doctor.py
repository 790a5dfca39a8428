"""`summarizer doctor`: is everything in place, is the model reachable, what would a call cost."""

from __future__ import annotations

import platform

import typer

from summarizer.cli.failing import reporting
from summarizer.cli.options import BaseUrl, Debug, Model, Prompts, Timeout


def doctor(
    model: Model = None,
    base_url: BaseUrl = None,
    prompts: Prompts = None,
    timeout: Timeout = 20,
    debug: Debug = False,
) -> None:
    """Check the reader, its model and its price.

    Says which reader would run, whether its model can be reached and what a call would cost; asks nothing
    that costs money.
    """
    with reporting(debug=debug):
        from summarizer._version import __version__
        from summarizer.readers.choosing import RULES

        _line("summarizer", f"{__version__}, Python {platform.python_version()}")
        _line("places", _places())
        if model is None or model == RULES:
            _embedded()
        else:
            _model(model, base_url, prompts, timeout)


def _places() -> str:
    from summarizer.checking.gazetteer import why_no_gazetteer

    return why_no_gazetteer() or "looked up in GeoNames, offline"


def _embedded() -> None:
    from summarizer.once import summarize

    report = summarize("Rebels killed at least 12 soldiers near Gao on Monday.", published="2015-03-04")
    provenance = report.provenance
    _line("reader", f"rules, version {provenance.reader_version} (embedded: no key, no network, no cost)")
    _line("works", f"yes; a test sentence was read in {provenance.seconds * 1000:.0f} ms")
    _line("a model", "none named; try: summarizer doctor --model openai/gpt-4.1-mini")


def _model(model: str, base_url: BaseUrl, prompts: Prompts, timeout: float) -> None:
    from summarizer import bridge
    from summarizer.readers.llm.probe import Probe
    from summarizer.schema.codebook import codebook_for_readers

    _line("reader", model)
    probe = Probe(
        model, base_url=base_url, prompts=prompts, codebook=codebook_for_readers(), timeout_s=timeout
    )
    if probe.address:
        _line("endpoint", probe.address)
    _line("prompt", f"version {probe.prompt.version}")
    estimate = probe.estimate()
    price = "its price is not known" if estimate.cost_usd is None else f"about USD {estimate.cost_usd:.4f}"
    _line(
        "a call",
        f"{price} for an article of 450 words (about {estimate.input_tokens:,} tokens in, "
        f"{estimate.output_tokens:,} out; less in where the provider caches the prompt)",
    )
    _line("reachable", bridge.run(probe.reach()))


def _line(name: str, value: str) -> None:
    typer.echo(f"{name:<11} {value}")
