"""What is seen on each picture: three views of every product, the producers' places, the pictures of the site."""
