"""How well the figures of reports are read: against ledgers made by hand, number cases of other projects, and the clock."""
