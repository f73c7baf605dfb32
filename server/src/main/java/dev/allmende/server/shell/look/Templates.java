package dev.allmende.server.shell.look;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Makes HTML of templates. Whatever a template puts in is escaped, without exception: there is no way to say that a text is
 * HTML already. {@code {t:name}} is the text of that name in the reader's language.
 */
public final class Templates {

    private static final String TEXTS = "texts";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addNamespaceResolver(
                    NamespaceResolver.builder("t").resolve(Templates::text).build())
            .addResultMapper(new Escaping())
            .addLocator(name -> Optional.of(new FileBeside(name)))
            .build();

    /** @param data by the names that the template uses */
    public String render(String template, Language language, Map<String, ?> data) {
        var found = engine.getTemplate(template);
        if (found == null) {
            throw new IllegalArgumentException("no template is called " + template);
        }
        var instance = found.instance();
        instance.setAttribute(TEXTS, Texts.in(language));
        data.forEach(instance::data);
        return instance.render();
    }

    private static Object text(EvalContext context) {
        var arguments = context.getParams().stream()
                .map(parameter ->
                        context.evaluate(parameter).toCompletableFuture().join())
                .toArray();
        return ((Texts) context.getAttribute(TEXTS)).of(context.getName(), arguments);
    }

    /** For text and attribute values in quotes alike. */
    private static final class Escaping implements ResultMapper {

        @Override
        public int getPriority() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            return escaped(String.valueOf(result));
        }
    }

    static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '`' -> html.append("&#96;");
                default -> html.append(isShown(c) ? c : '\uFFFD');
            }
        }
        return html.toString();
    }

    /** HTML has no way to write most control characters. */
    private static boolean isShown(char c) {
        return (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t' || c == '\r';
    }

    private record FileBeside(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(Resources.open(name), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
