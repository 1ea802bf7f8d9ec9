# docker build -t reportlint . && docker run --rm -v "$PWD:/work" reportlint check bao-cao.docx
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels reportlint \
    && rm -rf /wheels \
    && useradd --create-home reader
USER reader
WORKDIR /work
ENTRYPOINT ["reportlint"]
CMD ["--help"]
