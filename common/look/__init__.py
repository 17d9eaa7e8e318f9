"""How the market looks: icons, pictures and product cards as HTML."""
