"""What the rooms of content may listen to; operations know none of them."""

from django.dispatch import Signal

pruning = Signal()  # once a day: delete what nobody asks for any more
catching_up = Signal()  # once a minute: bring up to date what follows from content
