package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.STRING;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.StringFormats;
import dev.allmende.apiserver.schema.UriText;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code format.dns1123Label().validate('x')}: none, or what is wrong. */
final class FormatLibrary {

    private static final Kind<NamedFormat> FORMAT = Kind.opaque("kubernetes.NamedFormat", NamedFormat.class);

    private static final Map<String, NamedFormat> FORMATS = Stream.of(
                    new NamedFormat("dns1123Label", Names::dns1123Label),
                    new NamedFormat("dns1123Subdomain", Names::dns1123Subdomain),
                    new NamedFormat("dns1035Label", Names::dns1035Label),
                    new NamedFormat("qualifiedName", Names::qualifiedName),
                    new NamedFormat("dns1123LabelPrefix", text -> Names.dns1123Label(maskedDash(text))),
                    new NamedFormat("dns1123SubdomainPrefix", text -> Names.dns1123Subdomain(maskedDash(text))),
                    new NamedFormat("dns1035LabelPrefix", text -> Names.dns1035Label(maskedDash(text))),
                    new NamedFormat("labelValue", Names::labelValue),
                    new NamedFormat("uri", FormatLibrary::uri),
                    new NamedFormat("uuid", text -> byFormat(text, "uuid", "does not match the UUID format")),
                    new NamedFormat("byte", text -> byFormat(text, "byte", "invalid base64")),
                    new NamedFormat("date", text -> byFormat(text, "date", "invalid date")),
                    new NamedFormat("datetime", text -> byFormat(text, "date-time", "invalid datetime")))
            .collect(Collectors.toUnmodifiableMap(NamedFormat::name, format -> format));

    private FormatLibrary() {}

    static void addTo(Functions f) {
        FORMATS.forEach((name, format) -> f.constant("format." + name, FORMAT.type(), () -> format));
        f.global(
                "format.named",
                "format-named",
                OptionalType.create(FORMAT.type()),
                STRING,
                name -> Optional.ofNullable(FORMATS.get(name)));
        f.member(
                "validate",
                "format-validate",
                OptionalType.create(ListType.create(SimpleType.STRING)),
                FORMAT,
                STRING,
                FormatLibrary::validate);
    }

    private static Object validate(NamedFormat format, String text) {
        var faults = format.faults().apply(text);
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
    }

    /** The name that generateName may begin with: a dash at its end does not matter. */
    private static String maskedDash(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    private static List<String> uri(String text) {
        return UriText.isRequestUri(text)
                ? List.of()
                : List.of("parse %s: invalid URI for request".formatted(Quoted.text(text)));
    }

    private static List<String> byFormat(String text, String format, String fault) {
        Predicate<String> check = StringFormats.named(format).orElseThrow();
        return check.test(text) ? List.of() : List.of(fault);
    }
}
