"""The ledger's tables, as they stand in SQLite and in PostgreSQL; docs/ledger.md tells how to look into them.

texts      one row a normalised text, whoever printed it
articles   one row an input: where it came from and what is known of it
recipes    who read, with what prompt and schema
readings   one row a text and recipe: the draft, the report, what it cost
results    one row an article and recipe: the one outcome it ended in
attempts   one row a call to the endpoint
runs       one row a run: when, where, how it ended
purse      one row: the money spent, set aside and lost track of
ledger     the version of these tables
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

ledger = Table(
    "ledger",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

recipes = Table(
    "recipes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(32), nullable=False, unique=True, comment="hash of all that follows"),
    Column("reader", Text, nullable=False, comment='"rules" or the provider and model'),
    Column("reader_version", Text, nullable=False),
    Column("prompt_version", Text),
    Column("schema_version", Text, nullable=False),
    Column("parameters", Text, nullable=False, comment="JSON"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recipe", ForeignKey("recipes.id"), nullable=False),
    Column("software_version", String(40), nullable=False),
    Column("host", Text, nullable=False),
    Column("process", String(60), nullable=False, comment="process id and when it was started"),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("heartbeat", DateTime(timezone=True), nullable=False),
    Column("ended", DateTime(timezone=True), comment="null: running, or killed"),
    Column("ending", Text, comment='"finished", "interrupted", "lost", or the error that stopped it'),
    Column("reserved_usd", Double, nullable=False, default=0.0, comment="worst case of the calls in flight"),
    Column("sources", Text, comment="JSON: paths read to the end; null: not to the end, or not told"),
)

texts = Table(
    "texts",
    metadata,
    Column("hash", String(32), primary_key=True, comment="of the normalised text"),
    Column("text", Text, nullable=False),
    Column("sentences", Text, nullable=False, comment="JSON: [number, start, end] each"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("locator", Text, nullable=False, unique=True, comment="what tells this input from all others"),
    Column("source", Text, comment='file and position as given: "archive.zip!2016/a.html", "x.jsonl:1841"'),
    Column("archive_id", Text, nullable=False, comment="the archive's own id, or a hash of the text"),
    Column("text_hash", ForeignKey("texts.hash"), comment="null: it could not be read"),
    Column("title", Text),
    Column("publisher", Text),
    Column("author", Text),
    Column("agency", Text),
    Column("published", Date),
    Column("published_basis", String(10)),
    Column("language", Text),
    Column("seen", ForeignKey("runs.id"), comment="the latest run when it was last met"),
    Column(
        "gone", ForeignKey("runs.id"), comment="the run that last looked for it, in vain; null: not marked"
    ),
    Index("articles_by_text", "text_hash"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text_hash", ForeignKey("texts.hash"), nullable=False),
    Column("recipe", ForeignKey("recipes.id"), nullable=False),
    Column("article", ForeignKey("articles.id"), nullable=False, comment="the first with this text"),
    Column("state", String(10), nullable=False, comment="open, claimed, done, failed"),
    Column("run", ForeignKey("runs.id"), nullable=False, comment="that claimed or finished it"),
    Column("draft", Text, comment="JSON; of one that is not done: what the next run goes on from"),
    Column("report", Text, comment="JSON, without the article, which stands in articles and texts"),
    Column("software_version", String(40), comment="that checked the report"),
    Column("calls", BigInteger, nullable=False, default=0),
    Column("input_tokens", BigInteger, nullable=False, default=0),
    Column("output_tokens", BigInteger, nullable=False, default=0),
    Column("cached_tokens", BigInteger, nullable=False, default=0),
    Column("cost_usd", Double, comment="null: the price is not known, or nothing was read"),
    Column("seconds", Double),
    Column("finished", DateTime(timezone=True)),
    UniqueConstraint("text_hash", "recipe"),
    Index("readings_by_state", "recipe", "state"),
)

results = Table(
    "results",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("recipe", ForeignKey("recipes.id"), primary_key=True),
    Column("outcome", String(20), nullable=False),
    Column("error", Text, comment="name of the error, for all that went wrong"),
    Column("reason", Text),
    Column("reading", ForeignKey("readings.id")),
    Column("duplicate_of", ForeignKey("articles.id")),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("results_by_outcome", "recipe", "outcome"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("outcome", Text, nullable=False, comment='"ok", or the name of the error'),
    Column("seconds", Double, nullable=False),
    Column("input_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("cached_tokens", BigInteger, nullable=False),
    Column("cost_usd", Double),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("attempts_by_reading", "reading"),
)

purse = Table(
    "purse",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("spent_usd", Double, nullable=False, comment="of all attempts whose price is known"),
    Column("reserved_usd", Double, nullable=False, comment="worst case of the calls in flight"),
    Column("lost_usd", Double, nullable=False, comment="worst case of calls whose process was killed"),
)
