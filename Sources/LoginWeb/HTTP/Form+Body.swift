extension Form {
  /// The most that a body may take: 8 KiB.
  public static let maximumBytes = 8 * 1024

  /// Reads the form that `request` carries: exactly as many bytes as it announces (RFC 3875, section 4.2).
  ///
  /// - Throws: ``Refusal`` when the length is missing, no number or too large, when the body is of another type or ends
  ///   before its time, and when its fields cannot be read.
  public init(bodyOf request: Request) throws {
    guard let announced = request["CONTENT_LENGTH"] else { throw Refusal.lengthRequired }
    guard announced.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw Refusal.malformed }
    // Digits that make no Int are a number all the same, and too large a one.
    guard let length = Int(announced), length <= Self.maximumBytes else { throw Refusal.tooLarge }
    guard Self.isForm(request["CONTENT_TYPE"] ?? "") else { throw Refusal.unsupportedMediaType }
    let bytes = request.read(length)
    guard bytes.count == length, let form = Form(bytes) else { throw Refusal.malformed }
    self = form
  }

  private static func isForm(_ contentType: String) -> Bool {
    let type = contentType.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
    return type.lowercased() == "application/x-www-form-urlencoded"
  }
}
