package dev.allmende.peer.s3;

/**
 * A pair of keys for S3; never shows the secret one.
 *
 * @param secret for the wire and for who is to have the pair
 */
public record Keys(String access, String secret) {

    @Override
    public String toString() {
        return "Keys[" + access + "]";
    }
}
