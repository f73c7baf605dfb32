package dev.allmende.devcloud.http;

import dev.allmende.devcloud.world.Json;

/**
 * Errors as the WebOb library prints them (webob/exc.py): Glance always, Nova, Cinder and Octavia for unknown paths. The
 * format follows the Accept header: HTML for {@code *}{@code /*} and browsers, JSON for JSON alone, else plain text.
 */
public final class Webob {
    private Webob() {}

    public static Answer error(Request request, int status, String explanation) {
        return error(request, status, explanation, "\n\n\n");
    }

    /** @param tail what WebOb prints after the explanation; its 405 and 415 print less */
    public static Answer error(Request request, int status, String explanation, String tail) {
        String accept = request.header("accept").orElse("");
        String line = status + " " + reason(status);
        if (accept.contains("html") || accept.contains("*/*")) {
            return Answer.text(
                    status,
                    "text/html; charset=UTF-8",
                    "<html>\n <head>\n  <title>" + line + "</title>\n </head>\n <body>\n  <h1>" + line + "</h1>\n  "
                            + escape(explanation) + "<br /><br />\n" + tail + "\n </body>\n</html>");
        }
        if (accept.contains("application/json")) {
            return Answer.json(
                    status,
                    Json.object()
                            .put("message", escape(explanation) + "<br /><br />\n" + tail.substring(1))
                            .put("code", line)
                            .put("title", reason(status)));
        }
        return Answer.text(status, "text/plain; charset=UTF-8", line + "\n\n" + explanation + "\n\n   ");
    }

    public static String reason(int status) {
        return switch (status) {
            case 300 -> "Multiple Choices";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Error";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
