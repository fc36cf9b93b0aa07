"""What an answer costs, measured beside the same answer from other stacks."""
