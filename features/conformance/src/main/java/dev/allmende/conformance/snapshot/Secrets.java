package dev.allmende.conformance.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes secrets out of answers before they are kept. Three nets, because each alone has holes: keys and headers that by
 * their name hold a secret; the configured secrets themselves, wherever they stand; tokens by their shape.
 */
public final class Secrets {

    /** What stands in a secret's place. */
    public static final String REMOVED = "(removed)";

    /** Knows no secret of its own; names and shapes still count. */
    public static final Secrets UNKNOWN = new Secrets(List.of());

    /**
     * A shorter secret is only found by the name of its key: to replace every {@code admin} would turn role names, and
     * with them verdicts, into something else.
     */
    private static final int SHORTEST_TO_SEARCH = 8;

    /** Lower case, without {@code _} and {@code -}. Nova, Keystone, Barbican, EC2 credentials, S3. */
    private static final Set<String> KEYS = Set.of(
            "password",
            "originalpassword",
            "adminpass",
            "adminpassword",
            "userdata",
            "payload",
            "secret",
            "secretkey",
            "secretaccesskey",
            "awssecretaccesskey",
            "sessiontoken",
            "blob",
            "privatekey",
            "passcode",
            "passphrase",
            "token",
            "xauthtoken",
            "xsubjecttoken",
            "xservicetoken",
            "authtoken",
            "authorization",
            "cookie",
            "setcookie");

    private static final Pattern HEADER_LINE = Pattern.compile(
            "(?i)((?:x-auth-token|x-subject-token|x-service-token|authorization|set-cookie|cookie)\\s*[:=]\\s*)[^\\r\\n]+");
    private static final Pattern QUERY = Pattern.compile(
            "(?i)([?&](?:x-amz-signature|x-amz-security-token|signature|temp_url_sig|password|token)=)[^&\\s]+");
    /** Fernet tokens of Keystone begin with the version byte 0x80 in base64. */
    private static final Pattern FERNET = Pattern.compile("gAAAAA[A-Za-z0-9_=-]{40,}");

    private static final Pattern JWT =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");

    private final List<String> known;

    /** @param known passwords, tokens and keys of the run; the empty ones are ignored */
    public Secrets(Collection<String> known) {
        this.known = known.stream()
                .filter(secret -> secret.length() >= SHORTEST_TO_SEARCH)
                .distinct()
                // A secret that holds another one must go first, or its rest would stay.
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The answer as it may be kept: without secrets, JSON without white space. */
    public RecordedAnswer scrub(RecordedAnswer answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().forEach((name, value) -> headers.put(name, isSecretKey(name) ? REMOVED : scrub(value)));
        return new RecordedAnswer(scrub(answer.request()), answer.status(), headers, scrub(answer.body()));
    }

    /** The text without secrets. */
    public String scrub(String text) {
        var clean = text;
        for (var secret : known) {
            clean = clean.replace(secret, REMOVED);
        }
        clean = HEADER_LINE.matcher(clean).replaceAll("$1" + REMOVED);
        clean = QUERY.matcher(clean).replaceAll("$1" + REMOVED);
        if (clean.contains("gAAAAA")) {
            clean = FERNET.matcher(clean).replaceAll(REMOVED);
        }
        return clean.contains("eyJ") ? JWT.matcher(clean).replaceAll(REMOVED) : clean;
    }

    private byte[] scrub(byte[] body) {
        return scrubJson(body).orElseGet(() -> {
            var text = new String(body, StandardCharsets.UTF_8);
            var clean = scrub(text);
            return clean.equals(text) ? body : clean.getBytes(StandardCharsets.UTF_8);
        });
    }

    private Optional<byte[]> scrubJson(byte[] body) {
        if (!Json.looksLike(body)) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream(body.length + 16);
        try (var parser = Json.FACTORY.createParser(body);
                var generator = Json.FACTORY.createGenerator(out)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            for (var token = parser.currentToken(); token != null; token = parser.nextToken()) {
                write(token, parser, generator);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(out.toByteArray());
    }

    private void write(JsonToken token, JsonParser parser, JsonGenerator generator) throws IOException {
        switch (token) {
            case FIELD_NAME -> generator.writeFieldName(scrub(parser.getText()));
            case VALUE_STRING -> generator.writeString(underSecretKey(parser) ? REMOVED : scrub(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                if (underSecretKey(parser)) {
                    generator.writeString(REMOVED);
                } else {
                    writeNumber(parser.getText(), generator);
                }
            }
            default -> generator.copyCurrentEvent(parser);
        }
    }

    private void writeNumber(String number, JsonGenerator generator) throws IOException {
        if (scrub(number).equals(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeString(REMOVED);
        }
    }

    private static boolean underSecretKey(JsonParser parser) {
        var context = parser.getParsingContext();
        while (context.inArray() && context.getParent() != null) {
            context = context.getParent();
        }
        return Optional.ofNullable(context.getCurrentName())
                .map(Secrets::isSecretKey)
                .orElse(false);
    }

    private static boolean isSecretKey(String name) {
        return KEYS.contains(name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
    }

    /** How many secrets are searched for; never which. */
    @Override
    public String toString() {
        return "Secrets[" + known.size() + " known]";
    }
}
