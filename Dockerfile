FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /kindred

COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --require-hashes --no-deps --requirement requirements/base.txt

COPY . .
RUN useradd --system --uid 1000 kindred && mkdir -p /data/kept && chown -R kindred /data
USER kindred
VOLUME /data

EXPOSE 8000
CMD ["gunicorn", "community.wsgi:application", "--bind=0.0.0.0:8000"]
