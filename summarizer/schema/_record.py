"""The common ground of all records."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A plain Pydantic model: equal by value, picklable, exact through JSON, without unknown fields."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=False)
