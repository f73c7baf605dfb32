package dev.allmende.server.port;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;

/** An address and a port, as users write them: {@code 127.0.0.1:6443}, {@code [::1]:6443}, {@code 6443}. */
public record ListenOn(String host, int port) {

    /** The port that Kubernetes' API servers use, for this machine alone. */
    public static final String STANDARD = "127.0.0.1:6443";

    /** @throws UserError saying what is expected */
    public static ListenOn parse(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port >= 0 && port <= 65_535 && !host.isEmpty()) {
                return new ListenOn(host, port);
            }
        } catch (NumberFormatException _) {
            // the message below says it
        }
        throw new UserError(ExitCode.USAGE, "--listen: must be HOST:PORT such as 127.0.0.1:6443, not \"" + text + "\"");
    }

    public boolean isEveryAddress() {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
