# SPDX-License-Identifier: AGPL-3.0-or-later
"""HSDS 3.1 as static files (Human Services Data Specification, Open Referral).

Schema-valid records, not a conforming API: files cannot answer query parameters. Ids are UUIDs
made from the catalogue's namespace and the slugs, so that a new domain changes none of them. A
confidential place has no location object at all.
"""
