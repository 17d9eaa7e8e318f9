"""Files that no address leads to: scans of papers, proofs of consent. Views hand them out, each by its own right."""
