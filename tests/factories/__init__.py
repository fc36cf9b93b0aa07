"""What tests are made of; never imported by shipped code."""
