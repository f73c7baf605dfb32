package dev.allmende.status.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;

/**
 * Makes HTML of templates. Whatever a template puts in is escaped, without exception. {@code {t:name}} is the text of that
 * name in the reader's language.
 */
final class Templates {

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
    String render(String template, Texts texts, Map<String, ?> data) {
        var instance = engine.getTemplate(template).instance();
        instance.setAttribute(TEXTS, texts);
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

    /** For text, for attribute values in quotes, and for XML alike. */
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
                default -> html.append(c >= ' ' || c == '\n' || c == '\t' || c == '\r' ? c : '\uFFFD');
            }
        }
        return html.toString();
    }

    private record FileBeside(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            return Resources.open(name);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
