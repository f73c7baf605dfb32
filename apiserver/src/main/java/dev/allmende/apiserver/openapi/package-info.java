/** The served kinds as OpenAPI documents, version 3 per group and version, version 2 as one. */
@NullMarked
package dev.allmende.apiserver.openapi;

import org.jspecify.annotations.NullMarked;
