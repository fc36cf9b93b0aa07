"""Pictures in preset sizes, made ahead, and files served to whom they may be shown."""
