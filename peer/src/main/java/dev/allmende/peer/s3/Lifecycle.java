package dev.allmende.peer.s3;

import java.util.LinkedHashSet;
import java.util.Set;
import org.w3c.dom.Element;

/** Between rules and the XML of {@code ?lifecycle} (Amazon's LifecycleConfiguration). */
final class Lifecycle {

    private Lifecycle() {}

    static byte[] xml(Set<Expiry> rules) {
        var body = new StringBuilder();
        var number = 0;
        for (var rule : rules) {
            body.append(Xml.wrap(
                    "Rule",
                    Xml.element("ID", "allmende-" + ++number)
                            + Xml.wrap("Filter", Xml.element("Prefix", rule.prefix()))
                            + Xml.element("Status", "Enabled")
                            + Xml.wrap("Expiration", Xml.element("Days", String.valueOf(rule.days())))));
        }
        return S3.bytes(Xml.wrap("LifecycleConfiguration", body.toString()));
    }

    /** Rules that are on and expire after days; others are none that we could want. */
    static Set<Expiry> rules(Element root) {
        var rules = new LinkedHashSet<Expiry>();
        for (var rule : Xml.children(root, "Rule")) {
            var days = Xml.text(rule, "Expiration", "Days");
            if (days.isPresent()
                    && Xml.text(rule, "Status").filter("Enabled"::equals).isPresent()) {
                // Old servers answer with the prefix outside the filter.
                var prefix = Xml.text(rule, "Filter", "Prefix").or(() -> Xml.text(rule, "Prefix"));
                rules.add(new Expiry(prefix.orElse(""), Integer.parseInt(days.get())));
            }
        }
        return rules;
    }
}
