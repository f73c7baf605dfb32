package dev.allmende.apiserver.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.TreeReader;
import dev.allmende.apiserver.protobuf.ProtobufDecoder;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the object in a request's body: JSON, YAML or protobuf. */
public final class BodyReader {

    public static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private static final YAMLFactory YAML =
            YAMLFactory.builder().loaderOptions(yamlLimits()).build();

    private BodyReader() {}

    /** @param duplicates paths of fields that stand twice */
    public record Body(ObjectNode object, List<String> duplicates) {}

    /** @throws StatusException 400 when the body cannot be read, 415 when its media type is unknown */
    public static Body read(byte[] body, String contentType) {
        List<String> duplicates = new ArrayList<>();
        try {
            return switch (mediaType(contentType)) {
                case "", "application/json" -> new Body(TreeReader.readObject(body, duplicates), duplicates);
                case "application/yaml", "text/yaml", "application/x-yaml" ->
                    new Body(yaml(body, duplicates), duplicates);
                case PROTOBUF -> new Body(ProtobufDecoder.decode(body), List.of());
                default ->
                    throw StatusException.of(
                            Reason.UNSUPPORTED_MEDIA_TYPE,
                            "the body of the request was in an unknown format - accepted media types include: "
                                    + "application/json, application/yaml, " + PROTOBUF);
            };
        } catch (Json.MalformedJson e) {
            throw StatusException.badRequest("the object provided is unrecognized: " + e.getMessage());
        }
    }

    /** Reads YAML, of which JSON is a part. */
    public static ObjectNode yaml(byte[] body, List<String> duplicates) {
        try (var parser = new NoAliases(YAML.createParser(body))) {
            return TreeReader.read(parser, duplicates);
        } catch (IOException | Json.MalformedJson e) {
            throw StatusException.badRequest(
                    "the object provided is no YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    /** Refuses {@code *name}: the parser would give the name as a text in place of what it stands for. */
    private static final class NoAliases extends JsonParserDelegate {

        NoAliases(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            var token = delegate.nextToken();
            if (token == JsonToken.VALUE_STRING && ((YAMLParser) delegate).isCurrentAlias()) {
                throw StatusException.badRequest(
                        "the object provided has the YAML alias *%s: write out what it stands for"
                                .formatted(getText()));
            }
            return token;
        }

        @Override
        public @Nullable String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }
    }

    /** Without parameters, in small letters. */
    public static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        var type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Aliases can make a small text a huge tree. */
    private static LoaderOptions yamlLimits() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(200);
        options.setCodePointLimit(8 << 20);
        return options;
    }
}
