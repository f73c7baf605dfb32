package dev.allmende.server.up;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;

/** An address and a port, as users write them: {@code 127.0.0.1:6443}, {@code [::1]:6443}, {@code 6443}. */
record ListenOn(String host, int port) {

    static ListenOn parse(String text) {
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

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
