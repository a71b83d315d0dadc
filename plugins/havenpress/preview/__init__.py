# SPDX-License-Identifier: AGPL-3.0-or-later
"""A server on this machine alone that shows the site and reloads the browser after a save.

What lies on the disk is exactly what would be published: the script that reloads, the banner
that lists faults and the policy that allows both exist in the response only.
"""
