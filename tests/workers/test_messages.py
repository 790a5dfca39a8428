"""What goes through the pipes between a run and its workers."""

from __future__ import annotations

import io

import pytest

from summarizer import Article
from summarizer.workers.messages import Done, Mailbox, Task, Undone, packed, tasks

ARTICLE = Article(
    "Two soldiers were killed near Gao on Monday.", published="2020-01-07", source="a.zip!ä.txt"
)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100, 10_000])
def test_answers_come_out_whole_and_in_order_however_the_pipe_cuts_them(size: int) -> None:
    sent: list[Done | Undone] = [Undone(), Done("{}", "{}"), Done("é" * 300, mendable=True), Undone()]
    stream = b"".join(packed(message) for message in sent)
    mailbox = Mailbox()

    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]

    assert [answer for piece in pieces for answer in mailbox.answers(piece)] == sent


def test_a_task_arrives_with_the_whole_article() -> None:
    [task] = tasks(io.BytesIO(packed(Task(ARTICLE, "{}", None))))

    assert task.article.record() == ARTICLE.record()
    assert task.article.sentences == ARTICLE.sentences
    assert (task.draft, task.provenance) == ("{}", None)


@pytest.mark.parametrize("cut", [1, 3, 4, 40])
def test_a_task_that_was_cut_off_is_none(cut: int) -> None:
    whole = packed(Task(ARTICLE))

    assert len(list(tasks(io.BytesIO(whole + whole[:cut])))) == 1
