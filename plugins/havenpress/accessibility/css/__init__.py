# SPDX-License-Identifier: AGPL-3.0-or-later
"""What style sheets make of a page: the cascade, what is rendered and seen, colours and lengths."""
