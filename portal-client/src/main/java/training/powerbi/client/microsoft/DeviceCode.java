package training.powerbi.client.microsoft;

import java.net.URI;

/// What a person types on another device.
public record DeviceCode(String code, URI address, String message) {}
