"""Partners: register, papers, follow-up, works, raw materials, trade, organisations."""
