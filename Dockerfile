FROM python:3.11-slim AS market
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=shop.settings.production
WORKDIR /market
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN useradd --system --home /market market && mkdir -p var /media /private && chown market var /media /private \
    && SECRET_KEY=build ALLOWED_HOSTS=build PUBLIC_ADDRESS=build DATABASE_URL=sqlite://:memory: CACHE_URL=redis://build \
       python manage.py collectstatic --noinput --verbosity 0
USER market
EXPOSE 8000
CMD ["gunicorn", "shop.wsgi"]
