"""The second proof at sign-in for people at work: a code from the phone, or one from paper."""
