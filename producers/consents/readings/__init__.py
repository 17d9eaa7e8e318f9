"""The texts of consent read out, language by language, for those who do not read."""
