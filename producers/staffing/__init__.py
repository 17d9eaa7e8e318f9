"""Who works where: invitations, the end of a role, the move to another point."""
