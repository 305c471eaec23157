"""A view as it leaves the page: its content as plain data, and each form that is written from it."""
