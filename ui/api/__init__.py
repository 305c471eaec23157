"""
The HTTP API under /api/v1.

What can be asked, how it is checked, how the answer is sent, and its OpenAPI document.
"""
