# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading what people wrote: text files, YAML with places, and declared models of both."""

from .nodes import Mapping, Node, Sequence, Text
from .text import decode, read_text
from .yaml import read_yaml

__all__ = ["Mapping", "Node", "Sequence", "Text", "decode", "read_text", "read_yaml"]
