package dev.allmende.apiserver.request;

import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is to be, as the {@code Accept} header asks for it (apiserver, endpoints/handlers/negotiation). Protobuf is
 * never answered: a client that takes nothing else is refused, one that also takes JSON gets JSON.
 */
public record Accept(Encoding encoding, Shape shape) {

    /** How an answer is written. */
    public enum Encoding {
        JSON("application/json"),
        YAML("application/yaml");

        private final String mediaType;

        Encoding(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** What is written: the thing itself or a view of it. */
    public sealed interface Shape {}

    /** The thing itself. */
    public record Plain() implements Shape {}

    /** @param version of meta.k8s.io: {@code v1} or {@code v1beta1} */
    public record Table(String version) implements Shape {}

    /**
     * Metadata alone: PartialObjectMetadata, for a list PartialObjectMetadataList.
     *
     * @param version of meta.k8s.io: {@code v1} or {@code v1beta1}
     */
    public record PartialMetadata(String version) implements Shape {}

    /** @param version of apidiscovery.k8s.io: {@code v2} or {@code v2beta1} */
    public record GroupDiscovery(String version) implements Shape {}

    /** What kind of answer an endpoint gives, and so which shapes it has. */
    public enum Endpoint {
        /** Documents that have one shape. */
        DOCUMENT,
        /** {@code /api} and {@code /apis}. */
        GROUPS,
        OBJECT,
        LIST,
        /** A stream of events; JSON only. */
        WATCH
    }

    public static final Accept JSON = new Accept(Encoding.JSON, new Plain());
    public static final Accept YAML = new Accept(Encoding.YAML, new Plain());

    private static final String ANSWERED =
            "only the following media types are accepted: application/json, application/yaml,"
                    + " application/vnd.kubernetes.protobuf";
    private static final String STREAMED = "only the following media types are accepted: application/json;stream=watch,"
            + " application/vnd.kubernetes.protobuf;stream=watch";

    /** @throws StatusException 406 when nothing that the header names can be answered */
    public static Accept negotiate(@Nullable String header, Endpoint endpoint) {
        if (header == null || header.isEmpty() || header.equals("*/*") || header.equals("application/json")) {
            return JSON;
        }
        for (var clause : Clause.parse(header)) {
            var accepted = clause.encoding().flatMap(encoding -> accepted(encoding, clause.parameters(), endpoint));
            if (accepted.isPresent()) {
                return checked(accepted.get(), endpoint);
            }
        }
        throw StatusException.of(Reason.NOT_ACCEPTABLE, ANSWERED);
    }

    /** How a failure is written to that client: never refused. */
    public static Encoding forFailure(@Nullable String header) {
        if (header == null || !header.contains("yaml")) {
            return Encoding.JSON;
        }
        return Clause.parse(header).stream()
                .flatMap(clause -> clause.encoding().stream())
                .findFirst()
                .orElse(Encoding.JSON);
    }

    private static Accept checked(Accept accept, Endpoint endpoint) {
        if (endpoint == Endpoint.WATCH && accept.encoding() == Encoding.YAML) {
            throw StatusException.of(Reason.NOT_ACCEPTABLE, STREAMED);
        }
        return accept;
    }

    private static Optional<Accept> accepted(Encoding encoding, Map<String, String> parameters, Endpoint endpoint) {
        var stream = parameters.getOrDefault("stream", "");
        if (!stream.isEmpty() && (encoding == Encoding.YAML || !stream.equals("watch"))) {
            return Optional.empty();
        }
        if (!parameters.getOrDefault("sv", "").isEmpty()) {
            return Optional.empty();
        }
        return shape(parameters, endpoint).map(shape -> new Accept(encoding, shape));
    }

    private static Optional<Shape> shape(Map<String, String> parameters, Endpoint endpoint) {
        var as = parameters.getOrDefault("as", "");
        var group = parameters.getOrDefault("g", "");
        var version = parameters.getOrDefault("v", "");
        if (as.isEmpty() && group.isEmpty() && version.isEmpty()) {
            return Optional.of(new Plain());
        }
        return switch (endpoint) {
            case DOCUMENT -> Optional.empty();
            case GROUPS ->
                as.equals("APIGroupDiscoveryList")
                                && group.equals("apidiscovery.k8s.io")
                                && (version.equals("v2") || version.equals("v2beta1"))
                        ? Optional.of(new GroupDiscovery(version))
                        : Optional.empty();
            case OBJECT, LIST, WATCH ->
                group.equals("meta.k8s.io") && (version.equals("v1") || version.equals("v1beta1"))
                        ? objectShape(as, version, endpoint)
                        : Optional.empty();
        };
    }

    private static Optional<Shape> objectShape(String as, String version, Endpoint endpoint) {
        return switch (as) {
            case "Table" -> Optional.of(new Table(version));
            case "PartialObjectMetadata" -> {
                if (endpoint == Endpoint.LIST) {
                    throw mismatch(as, "a list");
                }
                yield Optional.of(new PartialMetadata(version));
            }
            case "PartialObjectMetadataList" -> {
                if (endpoint != Endpoint.LIST) {
                    throw mismatch(as, "not a list");
                }
                yield Optional.of(new PartialMetadata(version));
            }
            default -> Optional.empty();
        };
    }

    private static StatusException mismatch(String as, String what) {
        return StatusException.of(
                Reason.NOT_ACCEPTABLE, "you requested %s, but the requested object is %s".formatted(as, what));
    }

    /** One media range of the header with its parameters (RFC 9110, 12.5.1). */
    private record Clause(String type, String subtype, Map<String, String> parameters, double quality) {

        /** By quality, then by how exact they are, then as written. */
        private static final Comparator<Clause> BEST_FIRST = Comparator.comparingDouble((Clause c) -> -c.quality)
                .thenComparing(c -> c.type.equals("*"))
                .thenComparing(c -> c.subtype.equals("*"));

        static List<Clause> parse(String header) {
            List<Clause> clauses = new ArrayList<>();
            for (var text : header.split(",", -1)) {
                var parts = text.split(";", -1);
                var range = parts[0].strip().toLowerCase(Locale.ROOT);
                int slash = range.indexOf('/');
                if (slash > 0) {
                    var parameters = parameters(parts);
                    clauses.add(new Clause(
                            range.substring(0, slash), range.substring(slash + 1), parameters, quality(parameters)));
                }
            }
            clauses.sort(BEST_FIRST);
            return clauses;
        }

        private static Map<String, String> parameters(String[] parts) {
            Map<String, String> parameters = new HashMap<>();
            for (int at = 1; at < parts.length; at++) {
                int equals = parts[at].indexOf('=');
                if (equals > 0) {
                    var value = parts[at].substring(equals + 1).strip();
                    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                    parameters.put(
                            parts[at].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                            quoted ? value.substring(1, value.length() - 1) : value);
                }
            }
            return parameters;
        }

        private static double quality(Map<String, String> parameters) {
            try {
                return Double.parseDouble(parameters.getOrDefault("q", "1"));
            } catch (NumberFormatException e) {
                return 1;
            }
        }

        Optional<Encoding> encoding() {
            boolean any = subtype.equals("*");
            if (type.equals("*") && any) {
                return Optional.of(Encoding.JSON);
            }
            if (!type.equals("application")) {
                return Optional.empty();
            }
            if (any) {
                return Optional.of(Encoding.JSON);
            }
            return switch (subtype) {
                case "json" -> Optional.of(Encoding.JSON);
                case "yaml" -> Optional.of(Encoding.YAML);
                default -> Optional.empty();
            };
        }
    }
}
