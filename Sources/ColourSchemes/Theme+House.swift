extension Theme {
  /// The house theme for dark rooms: ink blue, with a lantern's light on what matters. The same as
  /// `themes/rollcall-dark.yaml`, so that a program without its files still looks as it should.
  public static let rollcallDark = Theme(
    name: "Rollcall Dark", author: "Rollcall",
    [
      0x151B26, 0x1E2634, 0x2B374B, 0x7485A0, 0xA9B6CB, 0xD9E1EE, 0xE9EEF6, 0xF7F9FC,
      0xF2777A, 0xF0A26B, 0xEBCB7F, 0x8FCB8B, 0x70C7C4, 0x7FB4F5, 0xC6A0F0, 0xC98F74,
    ])

  /// The house theme for bright rooms: warm paper and ink. The same as `themes/rollcall-light.yaml`.
  public static let rollcallLight = Theme(
    name: "Rollcall Light", author: "Rollcall",
    [
      0xF8F5EE, 0xECE7DB, 0xDCE4EF, 0x7C7B76, 0x5A5F69, 0x2B313C, 0x1C212A, 0x10141B,
      0xB9323C, 0xB0561B, 0x8A6500, 0x38702F, 0x0F7076, 0x2459B3, 0x7C44A8, 0x7A4B33,
    ])
}
