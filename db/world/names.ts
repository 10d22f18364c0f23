/** Given and family names of people who do not exist; a thousand pairs and more. */
export const givenNames = [
  'Agnes', 'Aino', 'Ali', 'Alva', 'Amina', 'Anders', 'Arvid', 'Astrid', 'Axel', 'Birgitta', 'Björn', 'Dalia', 'Ebba', 'Elin', 'Emil', 'Erik',
  'Farah', 'Fatima', 'Folke', 'Freja', 'Gunilla', 'Gustav', 'Hanna', 'Hassan', 'Helga', 'Håkan', 'Ida', 'Inga', 'Ingvar', 'Isak', 'Johan', 'Jonas',
  'Kajsa', 'Karin', 'Klara', 'Lars', 'Leila', 'Linnéa', 'Lovisa', 'Magnus', 'Maja', 'Mats', 'Mehmet', 'Moa', 'Mohammed', 'Märta', 'Nils', 'Nour',
  'Olle', 'Oskar', 'Per', 'Petra', 'Rasmus', 'Rut', 'Sanna', 'Sara', 'Signe', 'Sixten', 'Sofia', 'Stina', 'Sven', 'Tova', 'Tuva', 'Ulla',
  'Vera', 'Viggo', 'Wilma', 'Yusuf', 'Zahra', 'Åke', 'Åsa', 'Örjan',
] as const;

export const familyNames = [
  'Ahlkvist', 'Al-Khatib', 'Björkman', 'Blind', 'Boström', 'Dahlgren', 'Demir', 'Ek', 'Engdahl', 'Falk', 'Fjällström', 'Granlund', 'Hedman', 'Holmgren',
  'Isaksson', 'Jansdotter', 'Kallio', 'Kvist', 'Lindahl', 'Ljung', 'Lundmark', 'Mäkelä', 'Nordin', 'Nyström', 'Osman', 'Palmqvist', 'Rosén', 'Rydell',
  'Sandvik', 'Sjögren', 'Stenmark', 'Sundin', 'Tallberg', 'Törnqvist', 'Vikström', 'Wahlgren', 'Wiberg', 'Yildiz', 'Åberg', 'Åkesson', 'Ångström',
  'Öberg', 'Öhman', 'Östlund',
] as const;
