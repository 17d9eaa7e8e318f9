"""What proves an answer beside the witness: her voice, or the photo of her signature or thumb-print."""
