"""A stock Wagtail site over the same tables, with Grapple and Wagtail's REST API.

Our own models cannot serve it: their ``graphql_fields`` hold declarations of ours. Its
models are thin and unmanaged; its app bears the label of ours, so that the pages' rows
in the table of content types mean its models.
"""
